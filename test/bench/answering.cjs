// Answers every request with the same instance, as the vendor does that is asked.
const { createServer } = require('node:http');

const alibaba = {
	InstanceId: 'alikafka_post-cn-example00001',
	Name: 'kafka-orders',
	ServiceStatus: 5,
};
const tencent = { InstanceId: 'ckafka-example1', InstanceName: 'kafka-orders', Status: 1 };
const huawei = {
	instance_id: '3c1f2a60-8f1f-4f5d-9c7e-000000000001',
	name: 'kafka-orders',
	engine: 'kafka',
	status: 'RUNNING',
};
const answers = {
	'x-acs-action': { Code: 200, Success: true, InstanceList: { InstanceVO: [alibaba] } },
	'x-tc-action': { Response: { Result: { TotalCount: 1, InstanceList: [tencent] } } },
};

const server = createServer((request, response) => {
	request.resume();
	const { headers } = request;
	const header = Object.keys(answers).find((name) => headers[name] !== undefined);
	const answer = JSON.stringify(header ? answers[header] : huawei);
	response.setHeader('Content-Type', 'application/json').end(answer);
});
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
process.on('disconnect', () => process.exit());
