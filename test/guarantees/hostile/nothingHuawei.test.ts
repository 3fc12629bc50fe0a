/** An expression that gives nothing is refused in every parameter of the Huawei Cloud nodes. */
import { checkNothing } from './nothing';

checkNothing('huawei');
