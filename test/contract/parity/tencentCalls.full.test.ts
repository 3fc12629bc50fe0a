/** Every call of the Tencent Cloud node beside the same call of the official SDK; with every value of every field, and so only at full breadth. */
import { describeCalls } from './calls';
import { openTencent } from '../../support/sdks/tencent';

describeCalls('tencent', openTencent);
