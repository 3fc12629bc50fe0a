/** No secret comes out of any operation of the Alibaba Cloud node, whatever goes wrong. */
import { checkSecrets } from './secrets';

checkSecrets('alibaba');
