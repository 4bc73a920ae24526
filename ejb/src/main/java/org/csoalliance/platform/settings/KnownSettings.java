package org.csoalliance.platform.settings;

import java.util.List;

/** Every setting of a deployment, in one list: what is read anywhere stands here. */
public final class KnownSettings {
  /** In the order in which an administrator meets them. */
  public static final List<Setting> ALL =
      List.of(
          Setting.of("alliance.base.url", "http://localhost:8080", "Address that people use"),
          Setting.of("alliance.demo", "false", "Demonstration data and its public passwords"),
          Setting.of("alliance.mail.from", "alerts@alliance.example", "Sender of mails"),
          Setting.of("alliance.contact.mail", "office@alliance.example", "Shown to visitors"),
          Setting.of("alliance.contact.telephone", "+44 20 7946 0102", "Duty telephone"),
          Setting.of(
              "alliance.security.contact", "alliance.contact.mail", "Who is told of a weakness"),
          Setting.of(
              "alliance.security.expires", "half a year ahead", "Day until which that holds"),
          Setting.of("alliance.map.tiles", "", "Address pattern of map tiles"),
          Setting.of("alliance.proxy.trusted", "false", "A proxy of ours sets X-Forwarded-For"),
          Setting.secret("alliance.seal.key", "Key of sealed files, Base64 of 32 bytes"),
          Setting.of("alliance.seal.key.file", "", "File that holds that key"),
          Setting.of("alliance.attachment.mb", "25", "Largest picture or document, in MB"),
          Setting.of("alliance.attachment.video.mb", "60", "Largest video, in MB"),
          Setting.of("alliance.invoice.issuer", "CSO Alliance", "Who issues invoices, lines by |"),
          Setting.of("alliance.invoice.payment", "", "How invoices are paid, lines by |"),
          Setting.of("alliance.invoice.days", "30", "Days until an invoice is to be paid"),
          Setting.of("alliance.clamd.host", "", "Host of the malware scanner clamd"),
          Setting.of("alliance.clamd.port", "3310", "Its port"),
          Setting.of("alliance.clamd.socket", "", "Or its Unix socket"),
          Setting.of("alliance.password.iterations", "210000", "Cost of a password's hash"),
          Setting.of("alliance.session.hours", "12", "Hours after which a session is over"),
          Setting.of("alliance.session.idle.minutes", "30", "The same, without a request"),
          Setting.of(
              "alliance.second.factor",
              "staff; none in a demonstration",
              "Who needs a second factor: staff, all, none"),
          Setting.of(
              "alliance.vetting.shared.domains", "", "More mail domains that prove no company"),
          Setting.of("alliance.oidc.issuer", "", "Issuer of the OpenID provider"),
          Setting.of("alliance.oidc.client.id", "", "This product's name at the provider"),
          Setting.secret("alliance.oidc.client.secret", "This product's secret at the provider"),
          Setting.of("alliance.oidc.client.secret.file", "", "File that holds that secret"),
          Setting.of("alliance.oidc.name", "your organisation", "What the sign-in button says"),
          Setting.of("alliance.oidc.scopes", "openid profile email", "What the provider is asked"),
          Setting.of("alliance.oidc.groups.claim", "groups", "Where the groups stand in a token"),
          Setting.of("alliance.oidc.groups.map", "", "Which group gives which role"),
          Setting.of(
              "alliance.oidc.link", "email", "What leads to an account at first: email, subject"),
          Setting.of(
              "alliance.oidc.create",
              "false",
              "An unknown person with a mapped role gets an account"),
          Setting.of("alliance.oidc.strong", "false", "The provider asks for a second factor"),
          Setting.of("alliance.ldap.url", "", "Address of the directory"),
          Setting.of("alliance.ldap.bind.dn", "", "Who searches in the directory"),
          Setting.secret("alliance.ldap.bind.password", "That one's password"),
          Setting.of("alliance.ldap.bind.password.file", "", "File that holds that password"),
          Setting.of("alliance.ldap.user.base", "", "Below which people are looked for"),
          Setting.of(
              "alliance.ldap.user.filter", "(mail={0})", "How a person is found by an address"),
          Setting.of("alliance.ldap.group.base", "", "Below which groups are looked for"),
          Setting.of(
              "alliance.ldap.group.filter", "(member={0})", "How a person's groups are found"),
          Setting.of("alliance.ldap.groups.nested", "false", "Groups in groups count"),
          Setting.of("alliance.ldap.groups.map", "", "Which group gives which role"),
          Setting.of(
              "alliance.ldap.link", "email", "What leads to an account at first: email, subject"),
          Setting.of(
              "alliance.ldap.create",
              "false",
              "An unknown person with a mapped role gets an account"));

  private KnownSettings() {}
}
