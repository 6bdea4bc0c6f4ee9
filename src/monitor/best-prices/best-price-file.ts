import { join } from 'node:path';
import type { Marks } from './best-price';
import { serialise } from './file-schema';
import { readMarks } from './read-marks';
import { replaceFile } from '../../files/replace-file';
import { sweepDrafts } from '../../files/sweep-drafts';

/** Where an account's best prices are kept: a file for each. */
export const bestPricesPath = (folder: string, account: string): string => join(folder, `best-prices-${account}.json`);

/** One account's best prices on disk. That they cannot be kept is a warning: positions must be watched all the same. */
export class BestPriceFile {
  private setAside: string | null = null;
  private failure: string | null = null;

  constructor(
    private readonly path: string,
    private readonly account: string,
  ) {
    sweepDrafts(path, Date.now());
  }

  get warnings(): string[] {
    return [this.setAside, this.failure].filter((warning) => warning !== null);
  }

  /** Throws `ConfigError` where the file belongs to another account. */
  read(): Marks {
    const { marks, trouble, blocked } = readMarks(this.path, this.account, Date.now());
    if (blocked) this.failure = trouble;
    else if (trouble !== null) this.setAside = trouble;
    return marks;
  }

  /** False where the file stays as it was: a warning says why. One that cannot be read is not written over. */
  async replace(marks: Marks): Promise<boolean> {
    try {
      await replaceFile(this.path, serialise({ account: this.account, marks }));
      this.failure = null;
      return true;
    } catch (error) {
      this.failure = `best prices cannot be kept: ${(error as Error).message}`;
      return false;
    }
  }

  /** What is on disk now, to be merged before it is replaced; null where it must not be replaced. */
  readAgain(): Marks | null {
    this.failure = null;
    try {
      const marks = this.read();
      return this.failure === null ? marks : null;
    } catch (error) {
      this.failure = (error as Error).message;
      return null;
    }
  }
}
