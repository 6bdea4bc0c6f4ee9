import { KEY, NO_PROOF } from './verdict';
import type { CodeLine } from './verdict';

const about = (meaning: string, codes: string): CodeLine[] =>
  codes.split(' ').map((code): CodeLine => [code, NO_PROOF, meaning]);

/** Codes of other endpoints. In the answer to a market order they would be a riddle, and a riddle proves nothing. */
export const OTHER_CODES: readonly CodeLine[] = [
  ['-4056', KEY, 'invalid API key type'],
  ['-4057', KEY, 'invalid API public key'],
  ...about('status of another order', '-4000'),
  ...about('set-up of a symbol', '-4008 -4009 -4010 -4011 -4012 -4017 -4018 -4019 -4025 -4026 -4029 -4030 -4058 -4086'),
  ...about('market data', '-4021 -4104 -4165'),
  ...about(
    'account type, leverage or insurance',
    '-4027 -4028 -4033 -4044 -4085 -4202 -4203 -4205 -4206 -4208 -4209 -4403',
  ),
  ...about('margin type and margin transfers', '-4046 -4047 -4048 -4049 -4050 -4051 -4052 -4053 -4054 -4055'),
  ...about('changing the position mode', '-4059 -4067 -4068'),
  ...about('multi-assets mode', '-4167 -4168 -4169 -4170 -4171 -4172'),
  ...about(
    'options',
    '-4063 -4064 -4065 -4066 -4069 -4070 -4071 -4072 -4073 -4074 -4075 -4076 -4077 -4078 -4079 -4080 -4081',
  ),
  ...about('batches and cancelling many', '-4032 -4082 -4083'),
  ...about('methods to come', '-4084'),
  ...about('transfers', '-4114 -4115'),
  ...about('amending an order', '-5024 -5026 -5027'),
  ...about('time-sliced algo orders', '-20121 -20124 -20130 -20132 -20194 -20195 -20196 -20198 -20204'),
];
