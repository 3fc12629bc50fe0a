// Answers every request with the same instance.
const { createServer } = require('node:http');

const answer = JSON.stringify({
	instance_id: '3c1f2a60-8f1f-4f5d-9c7e-000000000001',
	name: 'kafka-orders',
	engine: 'kafka',
	status: 'RUNNING',
});
const server = createServer((request, response) => {
	request.resume();
	response.setHeader('Content-Type', 'application/json').end(answer);
});
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
process.on('disconnect', () => process.exit());
