export * from '../../src/run/recording-server.ts';
