export const causes = {
  asking: { because: '', text: 'Nothing was changed.' },
  database: {
    because: 'the database does not answer',
    text: 'Nothing was changed. This page tries again by itself as soon as it does.',
  },
  chain: {
    because: 'the chain does not answer',
    text: 'Nothing was changed. This page tries again by itself as soon as it does.',
  },
  silent: {
    because: 'this server does not answer',
    text: 'Nothing was changed. This page tries again by itself as soon as it does.',
  },
  offline: { because: 'you are offline', text: 'This page tries again by itself as soon as you are not.' },
  server: {
    because: 'this server failed at its own work',
    text: 'Nothing was changed. If trying again does not help, give its operator the code and the time.',
  },
}
