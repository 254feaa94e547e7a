import type { ErrorTexts } from '../error-texts.ts';

export const errors = {
  'amount.invalid': 'Ce montant ne se lit pas. Écrivez par exemple 1234,56.',
  'amount.negative': 'Ce montant ne peut pas être négatif.',
  'amount.tooLarge': 'Ce montant est trop grand. Vérifiez le nombre de chiffres.',
  'quantity.invalid': 'Cette quantité ne se lit pas. Écrivez un nombre, par exemple 1,5.',
  'rate.invalid': 'Ce taux ne se lit pas. Écrivez par exemple 20 ou 5,5.',
  'date.invalid': 'Cette date n’existe pas. Écrivez jour/mois/année.',
  'period.invalid': 'Ce mois n’existe pas.',
  'record.invalid': 'Une donnée manque ou ne convient pas ({{path}}). Corrigez-la puis enregistrez de nouveau.',
  'record.unknownType': 'Cette donnée vient d’une version plus récente de Sillon. Mettez Sillon à jour.',
  'book.incomplete':
    'Ce livre contient des données d’une version plus récente de Sillon : ses chiffres sont incomplets ici. Mettez Sillon à jour ; aucune paie ne peut être demandée ni avancée d’ici là.',
  'record.tooNew':
    'Cette donnée a été écrite par une version plus récente de Sillon. Mettez Sillon à jour pour la modifier.',
  'record.retired':
    'Ces réglages sont désormais rangés par sujet. Reprenez la version du serveur, ou mettez la vôtre de côté : elle reste lisible ici. Puis refaites le changement sous « Règles ».',
  'record.final': 'Ce document est définitif et ne change plus. Faites une écriture de correction.',
  'record.notFound': 'Cet élément n’est plus là.',
  'record.transition': 'Ce changement d’état n’est pas possible.',
  'record.tooLarge':
    'C’est trop gros pour le serveur. Cela reste sur cet appareil : raccourcissez les textes ou partagez en plusieurs.',
  'record.clock':
    'L’horloge de l’appareil était fausse (année avant 2000 ou après 2099). Cela reste sur cet appareil : réglez la date et l’heure, puis enregistrez ou renvoyez.',
  'record.forbidden': 'Vous n’avez pas le droit d’écrire cela. Demandez à l’équipe d’appui.',
  'contribution.noRule':
    'Aucune règle de contribution n’est connue pour le {{date}}. L’équipe d’appui doit la publier.',
  'salary.noParameters':
    'Les paramètres de paie de ce mois ne sont ni publiés ni estimés : l’estimation ne va pas au-delà de l’année qui suit la dernière publiée. Mettez Sillon à jour, ou demandez à l’équipe d’appui de publier les paramètres.',
  'salary.invalidInput': 'Une donnée du calcul de paie ne convient pas. Vérifiez votre contrat avec l’équipe d’appui.',
  'salary.invalidParameters': 'Une valeur de ces paramètres de paie ne convient pas ({{path}}).',
  'salary.yearPublished':
    'Des mois de cette estimation sont déjà publiés ({{version}}) : il n’y a plus rien à confirmer. Publiez une nouvelle version si une valeur doit changer.',
  'salary.notTheEstimate':
    'Ces paramètres ne sont pas, ou plus, l’estimation en vigueur. Revenez aux versions et recommencez.',
  'salary.versionUsed':
    'Des versements jusqu’à {{month}} ont été décidés avec {{version}} : elle ne peut plus être remplacée pour ces mois. Faites commencer la nouvelle version le mois suivant.',
  'salary.sourceMissing': 'Indiquez le texte qui confirme ces paramètres, et sa date.',
  'salary.noContract':
    'Votre contrat n’est pas sur cet appareil. S’il n’arrive pas avec le prochain échange, demandez à l’équipe d’appui de l’entrer.',
  'salary.budgetTooLow': 'Le montant est trop petit pour un salaire : il ne couvre pas la mutuelle.',
  'salary.notPayable': 'Ce contrat ne permet pas de versement de salaire.',
  'contract.none':
    'Aucun contrat ne couvre {{month}} : il n’y a pas de versement à calculer. Choisissez un autre mois, ou voyez le contrat avec l’équipe d’appui.',
  'contract.workingTime':
    'Le contrat du {{date}} : un contrat salarié fixe une durée du travail, un CESA et un CAPE n’en fixent pas. Corrigez la sorte du contrat ou sa durée.',
  'contract.overlapping': 'Deux contrats se chevauchent le {{date}}. Terminez l’un avant le début de l’autre.',
  'contract.endBeforeStart':
    'Le contrat qui commence le {{date}} se termine avant d’avoir commencé. Corrigez sa date de fin.',
  'withholding.noRate':
    'Votre taux de prélèvement à la source n’est pas connu au {{date}} : le net versé ne peut pas être calculé. Demandez à l’équipe d’appui de l’enregistrer.',
  'withholding.noGrid':
    'La grille du taux neutre n’est pas connue au {{date}} : le net versé ne peut pas être calculé. Demandez à l’équipe d’appui de l’enregistrer.',
  'withholding.sameDay': 'Un taux commence déjà le {{date}}. Modifiez-le, ou choisissez une autre date.',
  'withholding.rateMissing': 'Indiquez le taux transmis, ou choisissez le taux neutre et sa grille.',
  'withholding.sourceMissing':
    'Indiquez d’où vient ce taux, par exemple le compte rendu de l’administration et son jour.',
  'abroad.noProfile':
    'La coopérative n’a pas encore de règle de paie pour ce pays à cette date. Demandez-la à l’équipe d’appui.',
  'abroad.linesAboveBudget':
    'Les retenues dépassent le budget : rien ne resterait à verser. Choisissez un budget plus grand.',
  'plan.nameMissing': 'Donnez un nom.',
  'plan.nameTaken': 'Le nom « {{name}} » existe déjà. Choisissez-en un autre.',
  'plan.tooMany': 'Il y en a déjà {{max}}, le plus que Sillon garde. Retirez-en un d’abord.',
  'period.closed':
    'Le mois est clôturé jusqu’à {{month}} inclus : rien n’y est plus changé. Datez la correction dans un mois ouvert, ou demandez la réouverture à l’équipe d’appui.',
  'salary.nothingToPay': 'Ce versement ne donne rien à payer : le net doit être au-dessus de zéro. Montez le montant.',
  'salary.alreadyAsked':
    'Un versement est déjà demandé pour ce mois. Retirez-le dans la liste ci-dessous, ou choisissez un autre mois.',
  'salary.beforeOpening':
    'Votre compte ouvre le {{date}} : aucun versement ne peut être demandé avant ce jour. Si cette date est fausse, parlez-en à l’équipe d’appui.',
  'salary.laterPay':
    'Un mois plus récent ({{month}}) est déjà demandé ou payé cette année : les versements se comptent dans l’ordre. Choisissez un mois suivant.',
  'salary.mismatch':
    'Les chiffres de ce versement ne sont pas ceux que les règles donnent : il ne peut pas avancer. Ouvrez-le pour voir ce qui diffère, puis refusez-le avec un mot.',
  'salary.otherRules':
    'Les règles de paie ne sont plus celles de cette demande : elle ne peut pas avancer. Refusez-la avec un mot, la personne la refera avec les nouvelles ; ou faites un échange si elles viennent d’être publiées.',
  'pay.commentMissing': 'Écrivez la raison du refus : la personne la lira.',
  'contribution.invalidRule':
    'Cette règle de contribution ne convient pas ({{field}}). Les tranches doivent monter et la dernière rester ouverte, le minimum rester sous le maximum.',
  'rules.invalid': '« {{name}} » : « {{field}} » ne convient pas. Corrigez puis enregistrez de nouveau.',
  'rules.sourceMissing': '« {{name}} » : indiquez le texte ou la décision qui la fixe.',
  'rules.sameName': '« {{name}} » existe déjà. Donnez un autre nom ou une autre date.',
  'rules.sameDate': 'Une autre commence déjà le {{date}}. Choisissez une autre date, ou modifiez celle qui existe.',
  'rules.hiddenStep':
    '« {{name}} », palier {{step}} : un palier suivant s’applique toujours à sa place. Mettez les paliers dans l’ordre où ils s’atteignent.',
  'rules.meetingTwice': 'Une assemblée est déjà notée pour l’exercice qui commence en {{month}}.',
  'rules.meetingTooEarly':
    'L’assemblée approuve les comptes après la fin de l’exercice commencé en {{month}}. Corrigez sa date.',
  'rules.presentRule':
    'La règle de paie actuelle commence tout de suite ou en {{month}}, et ce choix se fait une seule fois.',
  'rules.monthNotOver': '{{month}} n’est pas terminé : un mois se clôture une fois passé.',
  'rules.closedMonths':
    '« {{name}} » s’applique à des mois clôturés (jusqu’à {{month}} inclus) : ils ne changent plus. Ajoutez plutôt une nouvelle règle, à partir d’une date plus récente.',
  'rules.stillNeeded':
    'Des mois sont clôturés (jusqu’à {{month}} inclus) : leurs comptes ont besoin de ces réglages, qui ne se retirent plus. Modifiez-les, ou rouvrez d’abord les mois.',
  'contract.closedMonths':
    'Ce changement de contrat toucherait des mois clôturés (jusqu’à {{month}} inclus). Datez-le d’un mois ouvert.',
  'contract.openingClosed':
    'Le compte a été repris dans un mois clôturé (jusqu’à {{month}} inclus) : sa date, son solde et sa monnaie ne changent plus. Rouvrez les mois, ou corrigez par une écriture dans un mois ouvert.',
  'rules.waitingPays':
    'Des versements demandés dans ces mois attendent encore une décision ({{count}}). Validez-les ou refusez-les dans « Versements », puis clôturez.',
  'salary.aboveAvailable': 'Ce versement coûte plus que ce que votre compte peut porter. Baissez le montant.',
  'billing.emptyInvoice': 'La facture n’a pas de ligne. Ajoutez au moins une ligne avec un montant.',
  'billing.dateBeforeSeries':
    'Une facture de la série porte déjà la date du {{lastDate}}. Prenez cette date ou une date suivante.',
  'billing.customerMissing': 'Choisissez le client avant d’émettre la facture.',
  'billing.vatRateNotInForce': 'Ligne {{line}} : ce taux de TVA n’est pas en vigueur à cette date.',
  'billing.customerAddressMissing':
    'L’adresse du client {{name}} manque : elle est obligatoire sur une facture. Complétez sa fiche.',
  'billing.customerVatNumberMissing':
    'Le numéro de TVA du client {{name}} manque : il est obligatoire pour ce motif d’exonération. Complétez sa fiche.',
  'billing.sellerMissing':
    'Les données de la coopérative ne sont pas sur cet appareil. Si elles n’arrivent pas avec le prochain échange, demandez à l’équipe d’appui de les entrer.',
  'billing.lineIncomplete': 'Ligne {{line}} : écrivez ce qui est vendu.',
  'billing.lineUnreadable': 'Ligne {{line}} : un nombre ne se lit pas. Corrigez-le.',
  'billing.linePriceMissing': 'Ligne {{line}} : écrivez la quantité et le prix, 0 si c’est offert.',
  'billing.exemptionMissing':
    'Une ligne est sans TVA : choisissez le motif d’exonération, il doit figurer sur la facture.',
  'billing.negativeTotal': 'Le total est négatif : une facture ne peut pas l’être. Il faut un avoir.',
  'billing.dateInFuture': 'Cette date est dans le futur. Prenez la date d’aujourd’hui ou une date passée.',
  'billing.dueBeforeIssue': 'L’échéance est avant la date de la facture. Choisissez une échéance égale ou suivante.',
  'billing.alreadyReversed': 'Cet encaissement est déjà annulé.',
  'customer.nameMissing': 'Écrivez le nom du client.',
  'customer.sirenInvalid':
    'Ce SIREN n’est pas juste : neuf chiffres, dont une clé de contrôle. Vérifiez chaque chiffre.',
  'customer.vatNumberInvalid': 'Ce numéro de TVA n’est pas juste. Exemple : FR suivi de deux chiffres et du SIREN.',
  'customer.emailInvalid': 'Cette adresse électronique n’est pas complète.',
  'customer.termsInvalid': 'Le délai de paiement est un nombre de jours de 0 à 120.',
  'timesheet.durationInvalid': 'Cette durée ne se lit pas. Écrivez par exemple 7,5, 7h30 ou 45min.',
  'timesheet.dealMissing': 'Écrivez le nom de l’affaire.',
  'timesheet.dealExists': 'Cette affaire est déjà dans la semaine.',
  'timesheet.dayTooLong': 'Une journée dépasse 24 heures.',
  'bank.unknownFormat':
    'Ce fichier n’est ni un OFX ni un CSV de banque. Téléchargez le relevé au format OFX sur le site de votre banque.',
  'bank.unreadable': 'Ce fichier ne se lit pas. Téléchargez-le de nouveau, de préférence au format OFX.',
  'bank.noTransactions': 'Ce relevé ne contient aucune opération.',
  'bank.currencyRateMissing': 'Le relevé est dans une autre monnaie que votre livre. Indiquez le taux de change.',
  'store.full': 'Le disque est plein : rien n’a été enregistré. Libérez de la place puis recommencez.',
  'store.newerSchema': 'Ce livre a été écrit par une version plus récente de Sillon. Mettez Sillon à jour pour écrire.',
  'store.unavailable': 'Le livre local ne s’ouvre pas. Fermez les autres fenêtres de Sillon puis recommencez.',
  'store.writeFailed':
    'L’enregistrement n’a pas pu se faire, rien n’a changé. La donnée a peut-être été modifiée dans une autre fenêtre : regardez-la puis recommencez.',
  'backup.unreadable': 'Ce fichier n’est pas une sauvegarde de Sillon, ou il est abîmé. Rien n’a changé.',
  'backup.otherPerson': 'Cette sauvegarde appartient à une autre personne. Rien n’a changé.',
  'backup.changed':
    'Ce fichier a été modifié après avoir été enregistré, ou il vient d’un autre compte. Rien n’a été repris. Prenez une autre sauvegarde.',
  'backup.unsealed':
    'Rien ne dit d’où vient ce fichier : il n’a pas de sceau que cet appareil puisse vérifier. Rien n’a encore été repris.',
  'device.notSecure':
    'À cette adresse, le navigateur ne laisse pas Sillon garder vos livres : elle doit commencer par https://. Demandez cette adresse à l’équipe d’appui. Rien n’a été envoyé.',
  'device.storageRefused':
    'Ce navigateur ne garde rien pour Sillon. Ouvrez une fenêtre ordinaire (pas privée), autorisez les données de ce site, puis recommencez. Rien n’a été envoyé.',
  'device.noRoom':
    'Il reste {{freeMegabytes}} Mo sur cet appareil ; il en faut {{neededMegabytes}} pour commencer. Libérez de la place puis recommencez. Rien n’a été envoyé.',
  'session.wrongPassword': 'Le nom ou le mot de passe n’est pas le bon.',
  'session.unknownAccount': 'Ce compte n’existe pas sur cet appareil. Connectez-vous une première fois avec un réseau.',
  'session.expired':
    'La connexion au serveur a expiré. Donnez votre mot de passe pour reprendre les échanges ; votre travail continue.',
  'session.ended':
    'Cet appareil a été déconnecté du serveur. Donnez votre mot de passe pour reprendre les échanges ; votre travail est gardé ici.',
  'session.locked': 'Trop d’essais. Recommencez dans {{seconds}} s.',
  'session.slowDown': 'Trop d’essais à la fois. Recommencez dans {{seconds}} s.',
  'session.weakPassword': 'Ce mot de passe est trop court : dix caractères au moins.',
  'enrolment.unknownCode': 'Ce code d’inscription n’existe pas. Vérifiez les lettres et les chiffres.',
  'enrolment.usedCode': 'Ce code a déjà servi. Demandez-en un autre à l’équipe d’appui.',
  'enrolment.expiredCode': 'Ce code a expiré. Demandez-en un autre à l’équipe d’appui.',
  'network.offline': 'Pas de réseau pour le moment. Votre travail est gardé sur cet appareil.',
  'network.timeout': 'Le serveur ne répond pas assez vite. Nouvel essai bientôt.',
  'network.serverError': 'Le serveur a un souci. Nouvel essai bientôt ; votre travail est gardé sur cet appareil.',
  'network.tooMuch': 'La demande est trop grosse pour le serveur. Rien n’est perdu : tout reste sur cet appareil.',
  'network.busy': 'Le serveur demande d’attendre un peu. L’échange reprend tout seul, rien n’est perdu.',
  'quota.reached':
    'La place prévue sur le serveur pour cette activité est pleine. Rien n’est perdu : cela reste sur cet appareil. Prévenez l’équipe d’appui.',
  'network.refused': 'Le serveur refuse cette demande.',
  'receipt.notOnServer': 'Ce justificatif n’est pas encore arrivé sur le serveur : il est sur l’appareil qui l’a pris.',
  'receipt.altered':
    'Ce que le serveur a pour ce justificatif n’est pas ce qui a été envoyé. Il n’est pas montré ; prévenez l’équipe d’appui et gardez l’original.',
  'desktop.notAllowed': 'Cette action n’est pas permise.',
  'desktop.cancelled': 'Action annulée.',
  'desktop.invalidRequest': 'Cette demande ne convient pas.',
  'desktop.invalidAddress': 'Cette adresse de serveur ne convient pas. Elle commence par https://.',
  'desktop.printFailed': 'L’impression n’a pas pu se faire.',
  'file.notWritten': 'Le fichier n’a pas pu être écrit. Choisissez un autre dossier.',
  'document.notMade':
    'Le document n’a pas pu être fait. Il manque peut-être une partie de Sillon sur cet appareil : revenez avec un réseau.',
  'file.tooLarge': 'Ce fichier est trop gros.',
  'file.unreadable': 'Ce fichier ne se lit pas.',
  thatDay: 'jour en question',
  thatMonth: 'ce mois',
  'salary.noContract_supportTeam':
    'Les réglages de cette activité, ou ceux de la coopérative, ne sont pas sur cet appareil. S’ils n’arrivent pas avec le prochain échange, entrez son contrat et vérifiez les « Règles ».',
  'salary.invalidInput_supportTeam':
    'Une donnée du calcul de paie ne convient pas. Vérifiez le contrat de la personne.',
  'contract.none_supportTeam':
    'Aucun contrat de la personne ne couvre {{month}} : il n’y a pas de versement à calculer. Complétez son contrat, ou choisissez un autre mois.',
  'contribution.noRule_supportTeam':
    'Aucune règle de contribution n’est connue pour le {{date}}. Publiez-la sous « Règles ».',
  'withholding.noRate_supportTeam':
    'Aucun taux de prélèvement à la source n’est connu au {{date}} : le net versé ne peut pas être calculé. Enregistrez-le dans le livre de la personne, onglet « Impôt ».',
  'withholding.noGrid_supportTeam':
    'Aucune grille du taux neutre n’est connue au {{date}} : le net versé ne peut pas être calculé. Ajoutez-la sous « Règles », onglet « Net versé ».',
  'abroad.noProfile_supportTeam':
    'Il n’y a pas encore de règle de paie pour ce pays à cette date. Ajoutez-la sous « Règles », onglet « Pays ».',
  'period.closed_supportTeam':
    'Le mois est clôturé jusqu’à {{month}} inclus : rien n’y est plus changé. Rouvrez-le sous « Règles », onglet « Exercice », ou datez la correction dans un mois ouvert.',
  'record.forbidden_supportTeam':
    'Le serveur n’accepte pas cette écriture de l’équipe d’appui : dans ce livre, c’est à la personne de la faire.',
  'quota.reached_supportTeam':
    'La place prévue sur le serveur pour cette activité est pleine. Rien n’est perdu : cela reste sur cet appareil. Prévenez la personne qui s’occupe du serveur.',
} as const satisfies ErrorTexts;
