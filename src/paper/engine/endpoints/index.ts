import { accountEndpoints } from './account-endpoints';
import { algoEndpoints } from './algo-endpoints';
import { batchEndpoints } from './batch-endpoints';
import { configEndpoints } from './config-endpoints';
import type { Endpoints } from './endpoint';
import { marketEndpoints } from './market-endpoints';
import { orderEndpoints } from './order-endpoints';
import { safetyEndpoints } from './safety-endpoints';

/** Everything the venue answers to. */
export const ENDPOINTS: Endpoints = {
  ...marketEndpoints,
  ...accountEndpoints,
  ...configEndpoints,
  ...orderEndpoints,
  ...batchEndpoints,
  ...algoEndpoints,
  ...safetyEndpoints,
};
