/** No secret comes out of any operation of the Huawei Cloud node, whatever goes wrong. */
import { checkSecrets } from './secrets';

checkSecrets('huawei');
