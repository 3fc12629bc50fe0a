export { choice, choices, integers, joined, list } from './lists';
export { locator } from './locator';
export { looked, lookedSeveral } from './looked';
export { extras, group, pairs, record, rows } from './rows';
export { flag, integer, secret, text } from './scalars';
export * from './moment';
