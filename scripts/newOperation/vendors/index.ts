import type { FactsVendor } from '../../../emulator/core/facts';
import { alibaba } from './alibaba';
import { huawei } from './huawei';
import { tencent } from './tencent';
import type { VendorProfile } from './vendor';

export const VENDORS: Readonly<Record<FactsVendor, VendorProfile>> = { huawei, alibaba, tencent };
