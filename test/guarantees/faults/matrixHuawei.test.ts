/** What every operation of the Huawei Cloud node does when something goes wrong on the way. */
import { checkMatrix } from './check';

checkMatrix('huawei');
