module.exports = requireOnce('luxon');
