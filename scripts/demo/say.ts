import pc from 'picocolors';

export const title = (text: string): void => console.log(`\n${pc.bold(text)}`);
export const tell = (text: string): void => console.log(`  ${pc.dim(text)}`);
export const command = (args: readonly string[]): void =>
  console.log(`  ${pc.cyan(`$ closeproof ${args.map(quote).join(' ')}`)}`);

const quote = (arg: string): string => (/^[\w./:@=-]+$/.test(arg) ? arg : JSON.stringify(arg));
