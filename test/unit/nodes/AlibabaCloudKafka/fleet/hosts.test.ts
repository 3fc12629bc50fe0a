/** Which hosts are asked, and what a region without one is. */
import { alibabaFleet } from '../../../../../nodes/AlibabaCloudKafka/fleet';
import { asFailure } from '../../../../../nodes/shared/contract/failure';
import { NOW, asked, openAccount, scopeIn } from '../../../../support/alibabaFleet';
import { HERE, nameHosts } from '../../../../support/hostNames';

const how = { raw: false, now: NOW };

test('each service has a host in each region, and one that does not exist is unreachable', async () => {
	nameHosts(['eu-west-1']);
	const account = await openAccount(
		{},
		{
			more: ({ alibaba: { url } }) => ({
				endpoint: `http://{service}.{region}.${HERE}:${new URL(url).port}`,
			}),
		},
	);
	const one = await account.seed({ name: 'a', region: 'cn-beijing' });
	const at = await account.open('cn-beijing');
	await alibabaFleet.metrics(at, asked([one], 1));
	await alibabaFleet.account(account.open);
	const hosts = account.em.requests.map(({ headers }) => headers.host.replace(/:\d+$/, ''));
	expect(new Set(hosts)).toEqual(
		new Set([
			`alikafka.cn-beijing.${HERE}`,
			`metrics.cn-beijing.${HERE}`,
			`sts.cn-hangzhou.${HERE}`,
		]),
	);
	const failure = await alibabaFleet
		.list(await account.open('eu-west-1'), scopeIn('eu-west-1'), how)
		.then(
			() => undefined,
			(error: unknown) => asFailure(error),
		);
	expect(failure).toMatchObject({ kind: 'unreachable', details: { fault: 'ENOTFOUND' } });
	expect(failure?.message).toContain('the host name does not exist');
});
