## Viestit kuntalaisille. Yhden tekstiviestin mittaisia kun mahdollista, kirjaimin jotka jokainen puhelin tuntee.
## $link avaa asian, $place on osoite tai koordinaatit. Kenenkään nimeä ei mainita.

notice-sms-received = { $town }: kiitos, ilmoituksesi on perillä ({ $category }, { $place }). Seuraa sitä koodilla { $code }: { $link }
notice-sms-done = { $town }: { $category }, { $place }: tehty { $when }. { $link }
notice-sms-not-done = { $town }: { $category }, { $place }: ei tehty, { $reason }. { $link }
notice-sms-needs-visit = { $town }: { $category }, { $place }: paikka on turvattu, joku tulee vielä viimeistelemään työn. { $link }
notice-sms-corrected = { $town }: oikaisu. { $category }, { $place }: { $now ->
        [done] työ on sittenkin tehty.
        [not_done] työtä ei tehty.
       *[open] työ ei ole vielä valmis, asia on taas auki.
    } { $link }

notice-subject-received = Ilmoituksesi { $number } on perillä
notice-subject-done = Tehty: { $category }, { $place } ({ $number })
notice-subject-not-done = Ei tehty: { $category }, { $place } ({ $number })
notice-subject-needs-visit = Turvattu: { $category }, { $place } ({ $number })
notice-subject-corrected = Oikaisu: { $category }, { $place } ({ $number })

notice-mail-received = Kiitos, ilmoituksesi on perillä. Lähetämme viestin, kun työ on tehty.
notice-mail-done = Ilmoittamasi työ on tehty { $when }.
notice-mail-not-done = Ilmoittamasi asia tutkittiin, mutta työtä ei tehty: { $reason }.
notice-mail-needs-visit = Ilmoittamasi paikka on turvattu. Joku tulee vielä viimeistelemään työn, ja kerromme siitä silloin.
notice-mail-corrected = Meidän on oikaistava, mitä kerroimme tästä asiasta. { $now ->
        [done] Työ on sittenkin tehty.
        [not_done] Työtä ei tehty.
       *[open] Työ ei ole vielä valmis. Asia on taas auki, ja kerromme, kun työ on tehty.
    }
notice-mail-hello = Hei,
notice-mail-what = Mitä
notice-mail-where = Missä
notice-mail-number = Numero
notice-mail-code = Seurantakoodi
notice-mail-follow = Seuraa asiaa
notice-mail-keep = Säilytä tämä viesti: koodi on ainoa avain asiaasi.
notice-mail-closing = { $town }, katujen kunnossapito
notice-mail-why = Saat tämän, koska pyysit viestejä. Tähän viestiin tulevia vastauksia ei lueta.

notice-when = { $date } klo { $clock }
notice-reason-other = syyn saat toimistosta

inbox-title = Demon saapuneet viestit
inbox-about = Tämä sivu on vain demossa: se näyttää, mitä kuntalaiset saisivat omiin puhelimiinsa. Sivu hakee uudet viestit viiden sekunnin välein.
inbox-empty = Ei vielä viestejä
inbox-empty-more = Ilmoita jostain ja anna puhelinnumero tai sähköpostiosoite, niin ensimmäinen viesti tulee heti.
inbox-sms = Tekstiviesti
inbox-email = Sähköposti
inbox-size = { $characters ->
        [one] { $characters } merkki
       *[other] { $characters } merkkiä
    }, { $parts } tekstiviestiä
