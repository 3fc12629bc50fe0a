/** Every call of the Alibaba Cloud node beside the same call of the official SDK; with every value of every field, and so only at full breadth. */
import { describeCalls } from './calls';
import { openAlibaba } from '../../support/sdks/alibaba';

describeCalls('alibaba', openAlibaba);
