import { accountEndpoints } from './account-endpoints';
import { algoEndpoints } from './algo-endpoints';
import type { Endpoints } from './endpoint';
import { marketEndpoints } from './market-endpoints';
import { orderEndpoints } from './order-endpoints';

/** Everything the venue answers to. */
export const ENDPOINTS: Endpoints = { ...marketEndpoints, ...accountEndpoints, ...orderEndpoints, ...algoEndpoints };
