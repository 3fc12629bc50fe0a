/** Every call of the Huawei Cloud node beside the same call of the official SDK; with every value of every field, and so only at full breadth. */
import { describeCalls } from './calls';
import { openHuawei } from '../../support/sdks/huawei';

describeCalls('huawei', openHuawei);
