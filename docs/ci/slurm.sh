#!/bin/bash
# Slurm: an array job over a directory that all nodes share, and the job that gives the verdict. In the project's directory:
#   rm -rf shards && mkdir shards
#   array=$(sbatch --parsable slurm.sh)
#   sbatch --dependency=afterany:$array --output=shards/verdict.log --wrap "mvn -B surefoot:check '-Dsurefoot.journals=shards/*'"
# A task that its node has lost is run again by Slurm; one that is submitted again by hand is told its number and how many
# there are, as here: Slurm counts only those that are submitted.
#SBATCH --job-name=reliability
#SBATCH --array=1-4
#SBATCH --requeue
#SBATCH --output=shards-%a.log
set -eu
shards=4
index=$SLURM_ARRAY_TASK_ID
shared=$SLURM_SUBMIT_DIR

# Each task builds a copy: builds in one directory would wait for each other, and write over each other's files.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tar -C "$shared" --exclude=./shards --exclude=target -cf - . | tar -C "$work" -xf -
cd "$work"
status=0
mvn -B test -Dsurefoot.rounds=5 "-Dsurefoot.shard=$index/$shards" || status=$?

place="$shared/shards/$index"
rm -rf "$place" "$place.part"
mkdir -p "$shared/shards"
cp -r target/surefoot/journals "$place.part"
mv "$place.part" "$place"
exit "$status"
