/** Hostile texts in the fields of the Tencent Cloud node never become another request. */
import { checkInputs } from './inputs';

checkInputs('tencent');
