module.exports = requireOnce('luxon', require);
