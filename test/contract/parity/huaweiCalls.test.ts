/** Every call of the Huawei Cloud node beside the same call of the official SDK. */
import { describeCalls } from './calls';
import { openHuawei } from '../../support/sdks/huawei';

describeCalls('huawei', openHuawei);
