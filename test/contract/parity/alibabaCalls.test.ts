/** Every call of the Alibaba Cloud node beside the same call of the official SDK. */
import { describeCalls } from './calls';
import { openAlibaba } from '../../support/sdks/alibaba';

describeCalls('alibaba', openAlibaba);
