export { choice, choices, integers, list } from './lists';
export { locator } from './locator';
export { extras, pairs, record, rows } from './rows';
export { flag, integer, secret, text } from './scalars';
export * from './moment';
