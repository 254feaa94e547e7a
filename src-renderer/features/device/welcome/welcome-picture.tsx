import { Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './welcome.module.css';

/** Furrows running to one point below a low sun, with the name and what it is for. */
export function WelcomePicture(): JSX.Element {
  const { t } = useTranslation('welcome');
  return (
    <>
      <svg className={classes['picture']} viewBox="0 0 600 420" preserveAspectRatio="xMidYMin slice" aria-hidden="true">
        <circle cx="420" cy="62" r="44" fill="#e3b75a" opacity="0.85" />
        <path d="M0 96 C120 60 220 92 330 74 S520 62 600 88 V420 H0 Z" fill="#1f5c4a" />
        {FURROWS.map((path, index) => (
          <path key={path} d={path} fill={index % 2 === 0 ? '#2f8261' : '#276e53'} />
        ))}
      </svg>
      <div className={classes['words']}>
        <Text component="p" m={0} fw={700} fz={{ base: 26, sm: 40 }} lh={1.1}>
          Sillon
        </Text>
        <Title order={2} fz={{ base: 'sm', sm: 'lg' }} fw={450} mt={6} maw={420} c="inherit">
          {t('tagline')}
        </Title>
        <ul className={classes['promises']}>
          {[t('promiseOffline'), t('promiseExplained'), t('promiseShared')].map((promise) => (
            <li key={promise}>
              <Text size="sm" maw={400} c="#d3ebe1">
                {promise}
              </Text>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

const EDGES = [-620, -380, -170, 20, 190, 340, 480, 630, 800, 1000, 1240];
/** Strips of ground from the foot of the picture to the point where they meet. */
const FURROWS = EDGES.slice(0, -1).map((left, index) => {
  const right = (left + (EDGES[index + 1] ?? left)) / 2;
  return `M${String(left)} 420 Q${String(200 + left * 0.38)} 210 318 84 Q${String(200 + right * 0.38)} 210 ${String(right)} 420 Z`;
});
