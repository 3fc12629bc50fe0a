/** An expression that gives nothing is refused in every parameter of the Tencent Cloud nodes. */
import { checkNothing } from './nothing';

checkNothing('tencent');
