/** What the venue says when it refuses, word for word. Source: Binance's public USD-M futures documentation, "Error Code". */
const TEXTS = {
  '-1003':
    'Too many requests; current limit of IP(%s) is %s requests per minute. Please use the websocket for live updates to avoid polling the API.',
  '-1015': 'Too many new orders; current limit is %s orders per %s.',
  '-1021': '%s',
  '-1022': 'Signature for this request is not valid.',
  '-1100': "Illegal characters found in parameter '%s'; legal range is '%s'.",
  '-1102': "Mandatory parameter '%s' was not sent, was empty/null, or malformed.",
  '-1104': 'Not all sent parameters were read.',
  '-1106': "Parameter '%s' sent when not required.",
  '-1111': 'Precision is over the maximum defined for this asset.',
  '-1115': 'Invalid timeInForce.',
  '-1116': 'Invalid orderType.',
  '-1117': 'Invalid side.',
  '-1121': 'Invalid symbol.',
  '-1128': 'Combination of optional parameters invalid.',
  '-1130': "Data sent for parameter '%s' is not valid.",
  '-1131': 'recvWindow must be less than 60000',
  '-2011': 'Unknown order sent.',
  '-2013': 'Order does not exist.',
  '-2014': 'API-key format invalid.',
  '-2015': 'Invalid API-key, IP, or permissions for action.',
  '-2019': 'Margin is insufficient.',
  '-2021': 'Order would immediately trigger.',
  '-2022': 'ReduceOnly Order is rejected.',
  '-2025': 'Reach max open order limit.',
  '-4001': 'Price less than 0.',
  '-4002': 'Price greater than max price.',
  '-4003': 'Quantity less than or equal to zero.',
  '-4004': 'Quantity less than min quantity.',
  '-4005': 'Quantity greater than max quantity.',
  '-4013': 'Price less than min price.',
  '-4014': 'Price not increased by tick size.',
  '-4015': 'Client order id is not valid.',
  '-4016': "Limit price can't be higher than %s.",
  '-4023': 'Qty not increased by step size.',
  '-4024': "Limit price can't be lower than %s.",
  '-4028': 'Leverage %s is not valid',
  '-4045': 'Reach max stop order limit.',
  '-4059': 'No need to change position side.',
  '-4061': "Order's position side does not match user's setting.",
  '-4067': 'Position side cannot be changed if there exists open orders.',
  '-4068': 'Position side cannot be changed if there exists position.',
  '-4116': 'ClientOrderId is duplicated.',
  '-4118': 'ReduceOnly Order Failed. Please check your existing position and open orders',
  '-4120': 'Order type not supported for this endpoint. Please use the Algo Order API endpoints instead.',
  '-4130': 'An open stop or take profit order with GTE and closePosition in the direction is existing.',
  '-4131': "The counterparty's best price does not meet the PERCENT_PRICE filter limit.",
  '-4137': 'Quantity must be zero with closePosition equals true',
  '-4164': "Order's notional must be no smaller than %s (unless you choose reduce only).",
  '-5000': 'Path %s, Method %s is invalid',
  '-5021':
    'Due to the order could not be filled immediately, the FOK order has been rejected. The order will not be recorded in the order history',
  '-5022':
    'Due to the order could not be executed as maker, the Post Only order will be rejected. The order will not be recorded in the order history',
} as const;

/** HTTP statuses that are not 400. */
const STATUSES: Partial<Record<RefusalCode, number>> = {
  '-1003': 429,
  '-1015': 429,
  '-2014': 401,
  '-2015': 401,
  '-5000': 404,
};

export type RefusalCode = keyof typeof TEXTS;

/** The venue's "no". Everything else that is thrown is a defect of the paper exchange itself. */
export class Refusal extends Error {
  readonly headers: Record<string, string> = {};
  constructor(
    readonly code: number,
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

const fill = (template: string, values: readonly string[]): string =>
  values.reduce((filled, value) => filled.replace('%s', () => value), template);

export const refusal = (code: RefusalCode, ...values: string[]): Refusal =>
  new Refusal(Number(code), fill(TEXTS[code], values), STATUSES[code] ?? 400);
