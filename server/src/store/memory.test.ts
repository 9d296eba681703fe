import { storeContract } from './contract.ts';
import { memoryStore } from './memory.ts';

storeContract('the memory store', () => ({ open: async () => memoryStore(), dispose: async () => {} }));
