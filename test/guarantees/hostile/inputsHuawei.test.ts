/** Hostile texts in the fields of the Huawei Cloud node never become another request. */
import { checkInputs } from './inputs';

checkInputs('huawei');
