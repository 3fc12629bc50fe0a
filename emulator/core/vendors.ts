import type { FactsVendor } from './facts';

/** The four endpoints the emulator opens; IAM is Huawei Cloud's. */
export type VendorName = FactsVendor | 'iam';
