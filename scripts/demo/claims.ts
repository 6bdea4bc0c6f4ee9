import pc from 'picocolors';

/** What the demo claims, and whether it held. Its exit code is theirs. */
export class Claims {
  private held = 0;
  private readonly broken: string[] = [];

  check(claim: string, holds: boolean, found = ''): void {
    console.log(
      `  ${holds ? pc.green('✓') : pc.red('✗')} ${claim}${holds || found === '' ? '' : pc.red(`  (found: ${found})`)}`,
    );
    if (holds) this.held += 1;
    else this.broken.push(claim);
  }

  get allHeld(): boolean {
    return this.broken.length === 0 && this.held > 0;
  }

  summary(): string {
    const total = this.held + this.broken.length;
    if (this.allHeld) return pc.green(`${total} of ${total} claims held`);
    return pc.red(
      `${this.broken.length} of ${total} claims did not hold:\n${this.broken.map((claim) => `  ${claim}`).join('\n')}`,
    );
  }
}
