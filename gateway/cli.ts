import 'reflect-metadata';

console.error('no command');
process.exit(2);
