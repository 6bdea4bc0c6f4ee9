import { describeBuild, sameBuild } from '../../src/temporal/builds/build';
import type { Build } from '../../src/temporal/builds/build';
import type { Standing } from '../../src/temporal/builds/standing';

/** Whose turn it is: what is current, what is ramped up, and whether anybody of it is there. */
export function printStanding(account: string, standing: Standing, json: boolean): void {
  if (json) console.log(JSON.stringify({ account, ...standing }));
  else console.log(linesOf(account, standing).join('\n'));
}

function linesOf(account: string, { current, ramping, atWork }: Standing): string[] {
  const there = (build: Build): string =>
    atWork.some((other) => sameBuild(build, other))
      ? ''
      : '   NOBODY IS SEEN THERE: start a worker of it (one that runs is seen after five seconds)';
  const waiting = atWork.filter((build) => !sameBuild(build, current) && !sameBuild(build, ramping?.build ?? current));
  return [
    `closes of ${account} go to ${describeBuild(current)}${there(current)}`,
    ...(ramping === null
      ? []
      : [`${ramping.percent} % of them to ${describeBuild(ramping.build)}${there(ramping.build)}`]),
    ...waiting.map((build) => `waiting: ${describeBuild(build)}`),
  ];
}
