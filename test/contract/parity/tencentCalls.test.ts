/** Every call of the Tencent Cloud node beside the same call of the official SDK. */
import { describeCalls } from './calls';
import { openTencent } from '../../support/sdks/tencent';

describeCalls('tencent', openTencent);
