import { tencentBaseUrlOfValue } from '../../credentials/regions/tencent';
import { regionOption } from '../shared/form/regionOption';

/** The option that every operation has: another region than the credential's, at the host of CLS. */
export const region = regionOption(tencentBaseUrlOfValue('"cls"'), 'ap-guangzhou');
