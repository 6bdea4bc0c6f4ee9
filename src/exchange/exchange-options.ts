export type Venue = 'paper' | 'binanceusdm' | 'binanceusdm-demo';

export interface ExchangeOptions {
  venue: Venue;
  apiKey: string;
  secret: string;
  /** Where the paper exchange listens. */
  paperUrl?: string;
  /** What an operator may want to know although nothing failed. */
  onWarning?: (message: string, details: object) => void;
}
