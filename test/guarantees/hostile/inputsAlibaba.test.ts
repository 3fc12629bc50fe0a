/** Hostile texts in the fields of the Alibaba Cloud node never become another request. */
import { checkInputs } from './inputs';

checkInputs('alibaba');
