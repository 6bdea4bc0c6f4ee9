import pc from 'picocolors';
import type { CheckVerdict } from '../../src/proof/checks/check';
import { verdictOf } from '../../src/proof/verify/finding';
import type { FileFindings, Finding } from '../../src/proof/verify/finding';
import type { Verification } from '../../src/proof/verify/verify';

interface Manner {
  json: boolean;
  /** A public key was given. */
  hasKey: boolean;
}

/** A line for each file, the reason below it where there is one to give; then what is true of all of them. */
export function printVerification(verification: Verification, { json, hasKey }: Manner): void {
  const text = json ? JSON.stringify(forMachines(verification)) : linesFor(verification, hasKey).join('\n');
  process.stdout.write(`${text}\n`);
}

const forMachines = ({ files, ...rest }: Verification) => ({
  ...rest,
  files: files.map((file) => ({ verdict: verdictOf(file), ...file })),
});

const linesFor = (verification: Verification, hasKey: boolean): string[] => [
  ...verification.files.flatMap(linesOf),
  '',
  ...verification.chains.map(
    ({ folder, first, last, head, finding }) =>
      `chain ${folder}: number ${first} to ${last}, head ${head}\n  ${sayFinding(finding)}`,
  ),
  ...(verification.anchor === null ? [] : [sayFinding(verification.anchor)]),
  ...sayDrafts(verification),
  ...(hasKey ? [] : [saySignatures(verification)]),
  sayCount(verification),
];

const COLOURS = { PASS: pc.green, FAIL: pc.red, 'CANNOT TELL': pc.yellow } as const;

const word = (verdict: CheckVerdict): string => COLOURS[verdict](verdict.padEnd('CANNOT TELL'.length));

const linesOf = (file: FileFindings): string[] => [
  `${word(verdictOf(file))}  ${file.path}${about(file)}`,
  ...file.findings.filter(({ verdict }) => verdict !== 'PASS').map((finding) => `  ${sayFinding(finding)}`),
];

function about({ about: what, checks }: FileFindings): string {
  if (what === null) return '';
  const holding = checks.filter(({ verdict }) => verdict === 'PASS').length;
  return `  ${what.workflowId}  ${what.outcome}  ${holding}/${checks.length} checks`;
}

const sayFinding = ({ question, verdict, because }: Finding): string =>
  `${question} ${COLOURS[verdict](verdict)}: ${because}`;

const sayDrafts = ({ drafts }: Verification): string[] =>
  drafts.length === 0 ? [] : [`${drafts.length} half-written, left by a collector that was killed: ${drafts[0]}`];

function saySignatures({ files }: Verification): string {
  const keys = [
    ...new Set(files.flatMap(({ about: what }) => (what === null || what.keyId === null ? [] : [what.keyId]))),
  ];
  if (keys.length === 0) return 'no file is signed';
  return `signatures were not looked at: --public-key FILE with key ${keys.join(' or ')}`;
}

function sayCount({ files, verdict }: Verification): string {
  const count = (wanted: CheckVerdict) => files.filter((file) => verdictOf(file) === wanted).length;
  return `${COLOURS[verdict](verdict)}: ${files.length} files, ${count('PASS')} PASS, ${count('FAIL')} FAIL, ${count('CANNOT TELL')} CANNOT TELL`;
}
