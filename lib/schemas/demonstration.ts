import { z } from 'zod';
import { clockMoves } from '@/lib/domain/demonstration';

export const moveClockSchema = z.object({ move: z.enum(clockMoves, { error: 'not-valid' }) });
