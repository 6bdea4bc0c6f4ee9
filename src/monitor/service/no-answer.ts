import { isGrpcServiceError, ServiceError } from '@temporalio/client';
import { NoAnswer } from '../trigger/ask-within';

/** Is it that Temporal did not answer, rather than a defect of ours? */
export const isNoAnswer = (error: unknown): boolean =>
  error instanceof NoAnswer || error instanceof ServiceError || isGrpcServiceError(error);
