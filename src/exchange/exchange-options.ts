export type Venue = 'paper' | 'binanceusdm' | 'binanceusdm-demo';

export interface ExchangeOptions {
  venue: Venue;
  apiKey: string;
  secret: string;
  /** Where the paper exchange listens. */
  paperUrl?: string;
  /** What is used of the venue's limits, by its own count, after every answer that tells it. */
  onUsage?: (usage: VenueUsage) => void;
  /** What an operator may want to know although nothing failed. */
  onWarning?: (message: string, details: object) => void;
}

/** Undefined: the venue has not said. */
export interface VenueUsage {
  weight1m?: number | undefined;
  orders10s?: number | undefined;
  orders1m?: number | undefined;
  weightLimit1m?: number | undefined;
  ordersLimit10s?: number | undefined;
  ordersLimit1m?: number | undefined;
}
