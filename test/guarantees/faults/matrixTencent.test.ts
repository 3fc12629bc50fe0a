/** What every operation of the Tencent Cloud node does when something goes wrong on the way. */
import { checkMatrix } from './check';

checkMatrix('tencent');
