import { proofMarkdown } from '../../../src/proof/report/markdown';
import { aProof } from '../support/a-page';
import { Doctored } from '../support/doctor';
import { closes, heldJson } from '../support/histories';

it.each(closes())('of %s says the verdict first, and six checks with their events', (name) => {
  const text = proofMarkdown(aProof(name));
  expect(text).toMatch(/^# (PASS|CANNOT TELL): close:main:BTCUSDT:(long|short)|^# PASS: close:main:ETHUSDT:long/);
  expect(text.match(/^\| .+ \| \*\*(PASS|CANNOT TELL)\*\* \| .+ \| [\d, ]+ \| [\d, ]+ \|$/gm)).toHaveLength(6);
});

it('of a close that is held says that it is the proof so far', () => {
  expect(proofMarkdown(aProof(heldJson()))).toContain('this is the proof so far: the close goes on');
});

it('what people wrote breaks no table, is no markup, and says nothing to a terminal', () => {
  const note = 'a | b\n\n# <b>bold</b> \u001b[31mred';
  const text = proofMarkdown(aProof(new Doctored('closed').editStart((decision) => (decision['note'] = note)).history));
  expect(text).toContain('“a \\| b # &lt;b>bold&lt;/b> [31mred”');
  expect(text).not.toContain('\u001b');
});
