import type { Ports } from '../ports';
import { createAlertDrill } from './alert-drill';
import { createPublishExit } from './publish-exit';
import { createPutOn } from './put-on';
import { createReadEvidence } from './read-evidence';
import { createSurvey } from './survey';
import { createTakeOff } from './take-off';

/** What a fire drill does in the world. */
export const createDrillActivities = (ports: Ports) => ({
  surveyDrillGround: createSurvey(ports),
  putDrillPositionOn: createPutOn(ports),
  publishDrillExit: createPublishExit(ports),
  readDrillEvidence: createReadEvidence(ports),
  takeDrillPositionOff: createTakeOff(ports),
  alertDrill: createAlertDrill(ports),
});
