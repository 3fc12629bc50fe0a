/** What every operation of the Alibaba Cloud node does when something goes wrong on the way. */
import { checkMatrix } from './check';

checkMatrix('alibaba');
