/** The position most scenarios close, and the requests a close makes for it. */
export const MARKET = 'BTCUSDT';
export const QUANTITY = '3';
export const ORDER = 'POST /fapi/v1/order';
export const READ = 'GET /fapi/v3/positionRisk';
