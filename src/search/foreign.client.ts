/**
 * Well-known names that the bank says nothing about. Each is a letter or two from a word of it, or may come to be, and would be
 * corrected to that: `htmx` to `html`, `swift` to `shift`. Who types them means them. Names the bank has need not stand here.
 */
const NAMES =
  'activemq adonis airflow akamai android ansible arduino argocd astro auth0 azure babel backbone blazor blender bootstrap bower bunny camel capacitor cassandra ' +
  'celery centos cilium clojure cobol codeigniter cognito contentful cordova couchdb crystal cypress dagster dart debian django drupal ' +
  'elasticsearch electron elixir ember envoy erlang fedora figma firebase firestore flask flink flutter fortran freebsd gatsby ghost github gitea gitlab gleam ' +
  'godot gradle grafana groovy hadoop haproxy harbor haskell helm heroku hibernate hugo htmx ionic jboss jekyll jenkins jetty jquery julia kamal keycloak kibana ' +
  'kotlin kubeflow laravel ldap lisp logstash loki lua magento matlab maven meteor metabase mqtt mulesoft nagios neo4j nestjs netlify nomad nuxt ' +
  'openshift oracle pandas paxos perl phoenix photoshop pinecone playwright podman polars preact prefect pulumi puppet pytorch quarkus qwik raft rails rancher ' +
  'redshift remix resque rocketmq ruby rust saml sails salesforce scala selenium sidekiq snowflake solid solidity solr spark spring splunk spinnaker storybook strapi supabase ' +
  'svelte swarm swift symfony tauri temporal terraform tomcat traefik trino trpc twilio ubuntu unity unreal vagrant varnish vercel vite vue ' +
  'weaviate webflow wildfly wordpress xamarin xstate zeromq zookeeper';

const names = new Set(NAMES.split(' '));

/** Whether this word, in small letters, is a name of something the bank may know nothing about. */
export const isForeign = (word: string): boolean => names.has(word);
