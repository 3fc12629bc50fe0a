/** No secret comes out of any operation of the Tencent Cloud node, whatever goes wrong. */
import { checkSecrets } from './secrets';

checkSecrets('tencent');
