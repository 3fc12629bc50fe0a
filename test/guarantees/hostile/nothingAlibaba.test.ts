/** An expression that gives nothing is refused in every parameter of the Alibaba Cloud nodes. */
import { checkNothing } from './nothing';

checkNothing('alibaba');
